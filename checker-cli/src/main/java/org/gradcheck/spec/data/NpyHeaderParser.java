package org.gradcheck.spec.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parses the header of a NumPy file, a dictionary as Python writes it. Strings, {@code True} and {@code False}, and tuples of
 * whole numbers are known, each where it belongs; nothing is evaluated.
 */
final class NpyHeaderParser {

    private static final int MOST_DIGITS = 18;

    private final String text;
    private final DataFile file;
    private Optional<NpyType> type = Optional.empty();
    private Optional<Boolean> fortranOrder = Optional.empty();
    private Optional<List<Long>> sizes = Optional.empty();
    private int at;

    private NpyHeaderParser(String text, DataFile file) {
        this.text = text;
        this.file = file;
    }

    static NpyHeader parse(String text, DataFile file) {
        return new NpyHeaderParser(text, file).header();
    }

    private NpyHeader header() {
        require('{');
        while (!accept('}')) {
            member();
            if (!accept(',')) {
                require('}');
                break;
            }
        }
        skipSpaces();
        if (at < text.length()) {
            throw expected("its end");
        }
        return NpyHeader.of(
                type.orElseThrow(() -> missing("descr")),
                fortranOrder.orElseThrow(() -> missing("fortran_order")),
                sizes.orElseThrow(() -> missing("shape")),
                file);
    }

    private void member() {
        skipSpaces();
        int start = at;
        String key = string();
        require(':');
        if (key.equals("descr") && type.isEmpty()) {
            type = Optional.of(type());
        } else if (key.equals("fortran_order") && fortranOrder.isEmpty()) {
            fortranOrder = Optional.of(truth());
        } else if (key.equals("shape") && sizes.isEmpty()) {
            sizes = Optional.of(tuple());
        } else {
            at = start;
            throw expected("the keys 'descr', 'fortran_order' and 'shape', each once");
        }
    }

    private NpyType type() {
        skipSpaces();
        if (at < text.length() && text.charAt(at) == '[') {
            throw file.unreadable(
                    "its entries are records of several fields; expected numbers. In NumPy, x['name'] is the"
                            + " array of one field");
        }
        return NpyType.of(string(), file);
    }

    private boolean truth() {
        skipSpaces();
        for (boolean value : List.of(true, false)) {
            String word = value ? "True" : "False";
            if (text.startsWith(word, at)) {
                at += word.length();
                return value;
            }
        }
        throw expected("True or False");
    }

    private List<Long> tuple() {
        List<Long> items = new ArrayList<>();
        require('(');
        while (!accept(')')) {
            items.add(wholeNumber());
            if (!accept(',')) {
                if (items.size() == 1) {
                    throw expected("a comma, which makes a tuple of one number");
                }
                require(')');
                break;
            }
        }
        return items;
    }

    private long wholeNumber() {
        skipSpaces();
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start || at - start > MOST_DIGITS) {
            at = start;
            throw expected("a size of at most " + MOST_DIGITS + " digits");
        }
        return Long.parseLong(text.substring(start, at));
    }

    private String string() {
        skipSpaces();
        int end = -1;
        if (at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"')) {
            end = text.indexOf(text.charAt(at), at + 1);
        }
        if (end < 0) {
            throw expected("a string");
        }
        String value = text.substring(at + 1, end);
        if (value.indexOf('\\') >= 0) {
            throw expected("a string without backslashes");
        }
        at = end + 1;
        return value;
    }

    private boolean accept(char character) {
        skipSpaces();
        boolean found = at < text.length() && text.charAt(at) == character;
        if (found) {
            at++;
        }
        return found;
    }

    private void require(char character) {
        if (!accept(character)) {
            throw expected("'" + character + "'");
        }
    }

    private void skipSpaces() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private DataException missing(String key) {
        return file.unreadable("its header has no '" + key + "'; expected what numpy.save writes");
    }

    private DataException expected(String what) {
        String rest = text.substring(at).strip();
        return file.unreadable("its header has an error at character " + (at + 1) + ": expected " + what + ", found "
                + (rest.isEmpty() ? "the end" : "\"" + rest.substring(0, Math.min(20, rest.length())) + "\""));
    }
}
