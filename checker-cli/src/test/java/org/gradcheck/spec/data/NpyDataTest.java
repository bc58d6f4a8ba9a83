package org.gradcheck.spec.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyDataTest {

    private static final Room ROOM = new Room(1_000_000, 1_000_000);
    private static final byte[] NONE = {};

    @TempDir
    Path folder;

    /** {@code np.save(f, np.asfortranarray([[1, 2, 3], [4, 5, 6.5]]))} of NumPy 2.4, byte for byte. */
    @Test
    void aFileThatNumPyWrote() {
        DMatrixRMaj matrix = read(Base64.getDecoder()
                .decode("k05VTVBZAQB2AHsnZGVzY3InOiAnPGY4JywgJ2ZvcnRyYW5fb3JkZXInOiBUcnVlLCAnc2hhcGUnOiAoMiwgMyksIH"
                        + "0gICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAoAAAAAAADw"
                        + "PwAAAAAAABBAAAAAAAAAAEAAAAAAAAAUQAAAAAAAAAhAAAAAAAAAGkA="));

        assertThat(matrix.numRows).isEqualTo(2);
        assertThat(matrix.getData()).containsExactly(1, 2, 3, 4, 5, 6.5);
    }

    @ParameterizedTest
    @CsvSource({
        "<f8, 000000000000f8bf, -1.5",
        ">f8, bff8000000000000, -1.5",
        "<f4, 0000c0bf, -1.5",
        ">f4, bfc00000, -1.5",
        "<f2, 00be, -1.5",
        ">f2, 7bff, 65504",
        "<f2, 0100, 5.9604644775390625e-8",
        "<f2, ff83, -6.097555160522461e-5",
        "|i1, fe, -2",
        "<i1, fe, -2",
        "<i2, feff, -2",
        ">i2, fffe, -2",
        "<i4, feffffff, -2",
        ">i4, fffffffe, -2",
        "<i8, feffffffffffffff, -2",
        ">i8, fffffffffffffffe, -2",
        "|u1, fe, 254",
        "<u2, feff, 65534",
        ">u4, fffffffe, 4294967294",
        "<u8, 0100000000000000, 1",
        ">u8, 8000000000000401, 9223372036854777856",
        "|b1, 01, 1",
        "|b1, 00, 0"
    })
    void eachTypeOfEntry(String type, String bytes, double expected) {
        DMatrixRMaj scalar =
                read(NpyFiles.version1(type, false, "()", HexFormat.of().parseHex(bytes)));

        assertThat(scalar.getData()).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void eachVersionOfTheFormat(int version) {
        assertThat(read(NpyFiles.file(version, NpyFiles.header("|u1", false, "(2, 2)"), new byte[] {1, 2, 3, 4}))
                        .getData())
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void entriesByColumns() {
        DMatrixRMaj matrix = read(NpyFiles.version1("|u1", true, "(2, 3)", new byte[] {1, 2, 3, 4, 5, 6}));

        assertThat(matrix.getData()).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void oneDimensionIsAColumn() {
        DMatrixRMaj column = read(NpyFiles.version1("|u1", true, "(3,)", new byte[] {1, 2, 3}));

        assertThat(column.numRows).isEqualTo(3);
        assertThat(column.numCols).isEqualTo(1);
    }

    @Test
    void longArraysComeInPieces() {
        byte[] entries = new byte[8 * 30_000];
        for (int i = 0; i < 30_000; i++) {
            ByteBuffer.wrap(entries).putDouble(8 * i, i);
        }

        DMatrixRMaj column = read(NpyFiles.version1(">f8", false, "(30000,)", entries));

        assertThat(column.get(8191)).isEqualTo(8191);
        assertThat(column.get(8192)).isEqualTo(8192);
        assertThat(column.get(29_999)).isEqualTo(29_999);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"shape\":(2,),'descr':'|u1','fortran_order':False}",
                "{'descr': '|u1',\n 'fortran_order': False, 'shape': (2,), }      \n"
            })
    void headersMayBeWrittenOtherwise(String header) {
        assertThat(read(NpyFiles.file(1, header, new byte[] {1, 2})).getData()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<c16 # its entries are complex numbers (\"<c16\"); expected real numbers (f2, f4, f8), whole numbers (i1 to"
                        + " i8, u1 to u8) or truth values (b1). In NumPy, x.real and x.imag are such arrays",
                "|O # its entries are Python objects (\"|O\"); expected real numbers (f2, f4, f8), whole numbers (i1 to i8, u1"
                        + " to u8) or truth values (b1). In NumPy, x.astype(float) is such an array",
                "<U7 # its entries are text (\"<U7\"); expected real numbers (f2, f4, f8), whole numbers (i1 to i8, u1 to u8)"
                        + " or truth values (b1)",
                "|V12 # its entries are records (\"|V12\"); expected real numbers (f2, f4, f8), whole numbers (i1 to i8, u1 to"
                        + " u8) or truth values (b1)",
                "<M8[D] # its entries are dates or times (\"<M8[D]\"); expected real numbers (f2, f4, f8), whole numbers (i1"
                        + " to i8, u1 to u8) or truth values (b1)",
                "<f16 # its entries are of a type that is not known here (\"<f16\"); expected real numbers (f2, f4, f8), whole"
                        + " numbers (i1 to i8, u1 to u8) or truth values (b1). In NumPy, x.astype(float) is such an array"
            })
    void entriesThatAreNoNumbers(String type, String expected) {
        assertThat(problem(NpyFiles.version1(type, false, "(2,)", NONE))).isEqualTo(said(expected));
    }

    @Test
    void recordsOfSeveralFields() {
        assertThat(problem(NpyFiles.file(
                        1, "{'descr': [('a', '<f8'), ('b', '<i4')], 'fortran_order': False, 'shape': (2,), }\n", NONE)))
                .isEqualTo(
                        said("its entries are records of several fields; expected numbers. In NumPy, x['name'] is the"
                                + " array of one field"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "(2, 3, 4) # it has 3 dimensions, 2×3×4; expected at most 2. In NumPy, x.reshape(len(x), -1) is a matrix of"
                        + " its entries",
                "(3, 0) # its shape is 3×0, without an entry; expected at least one",
                "(0,) # its shape is 0, without an entry; expected at least one",
                "(4294967296, 4294967296) # its shape is 4294967296×4294967296; expected sizes up to 2147483647",
                "(2147483647, 2147483647) # it brings the variables of the spec to more than 1000000 entries, which is the"
                        + " limit. --max-entries=N allows more",
                "(3) # its header has an error at character 53: expected a comma, which makes a tuple of one number, found"
                        + " \"), }\"",
                "(-3,) # its header has an error at character 52: expected a size of at most 18 digits, found \"-3,), }\"",
                "(2*3,) # its header has an error at character 53: expected a comma, which makes a tuple of one number, found"
                        + " \"*3,), }\"",
                "[3] # its header has an error at character 51: expected '(', found \"[3], }\""
            })
    void shapesThatAreNone(String shape, String expected) {
        assertThat(problem(NpyFiles.version1("<f8", false, shape, NONE))).isEqualTo(said(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'descr': '<f8', 'fortran_order': False} # its header has no 'shape'; expected what numpy.save writes",
                "{'descr': '<f8', 'descr': '<f8'} # its header has an error at character 18: expected the keys 'descr',"
                        + " 'fortran_order' and 'shape', each once, found \"'descr': '<f8'}\"",
                "{'exec': '<f8'} # its header has an error at character 2: expected the keys 'descr', 'fortran_order' and"
                        + " 'shape', each once, found \"'exec': '<f8'}\"",
                "{'descr': dtype('f8')} # its header has an error at character 11: expected a string, found \"dtype('f8')}\"",
                "{'descr': '\\x3cf8'} # its header has an error at character 11: expected a string without backslashes, found"
                        + " \"'\\x3cf8'}\"",
                "{'fortran_order': 1} # its header has an error at character 19: expected True or False, found \"1}\"",
                "{'fortran_order': True # its header has an error at character 23: expected '}', found the end",
                "{} and more # its header has an error at character 4: expected its end, found \"and more\""
            })
    void headersThatAreNone(String header, String expected) {
        assertThat(problem(NpyFiles.file(1, header, NONE))).isEqualTo(said(expected));
    }

    @Test
    void filesThatAreCutShort() {
        byte[] whole = NpyFiles.version1("<f8", false, "(3, 2)", new byte[48]);

        assertThat(problem(Arrays.copyOf(whole, whole.length - 8)))
                .isEqualTo(said(
                        "its header announces 3×2 entries of 8 bytes, 48 bytes, and 40 follow; the file is cut short"));
        for (int length : new int[] {7, 9, 30}) {
            assertThat(problem(Arrays.copyOf(whole, length)))
                    .isEqualTo(said("it ends before the entries begin; the file is cut short"));
        }
    }

    @Test
    void filesThatGoOn() {
        assertThat(problem(NpyFiles.version1("|u1", false, "(3,)", new byte[4])))
                .isEqualTo(said(
                        "its header announces 3×1 entries of 1 byte, 3 bytes, and more bytes follow; expected one array"
                                + " in the file"));
    }

    @Test
    void filesThatAreSomethingElse() {
        assertThat(problem("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(said("it does not begin as such a file does; expected what numpy.save writes"));
        assertThat(problem(NONE))
                .isEqualTo(said("it does not begin as such a file does; expected what numpy.save writes"));
        assertThat(problem("PK\3\4 and so on".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(said("it is an archive (.npz); expected a single array, as numpy.save writes it"));
        assertThat(problem(NpyFiles.file(4, "{}", NONE)))
                .isEqualTo(said("its format has version 4.0; expected 1.0, 2.0 or 3.0"));
    }

    @Test
    void absurdHeaders() {
        byte[] file = NpyFiles.file(2, "{}", NONE);
        file[11] = (byte) 0xF0;

        assertThat(problem(file)).isEqualTo(said("it announces a header of 4026531842 bytes; expected at most 65535"));
    }

    @Test
    void entriesThatAreNotFinite() {
        byte[] entries = new byte[12];
        ByteBuffer.wrap(entries).putFloat(8, Float.NEGATIVE_INFINITY);

        assertThat(problem(NpyFiles.version1(">f4", false, "(3, 1)", entries)))
                .isEqualTo(said("entry (3, 1) is -Infinity; expected finite numbers"));
        assertThat(problem(NpyFiles.version1(">f4", true, "(1, 3)", entries)))
                .isEqualTo(said("entry (1, 3) is -Infinity; expected finite numbers"));
        assertThat(problem(NpyFiles.version1(">f4", false, "(3,)", entries)))
                .isEqualTo(said("entry 3 is -Infinity; expected finite numbers"));
        assertThat(problem(NpyFiles.version1(">f2", false, "()", new byte[] {0x7e, 0})))
                .isEqualTo(said("entry 1 is NaN; expected finite numbers"));
    }

    private static String said(String why) {
        return "the file \"x.npy\" cannot be read as a NumPy array: " + why;
    }

    private String problem(byte[] content) {
        return catchThrowableOfType(DataException.class, () -> read(content)).problem();
    }

    private DMatrixRMaj read(byte[] content) {
        try {
            Files.write(folder.resolve("x.npy"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NpyData("x.npy").read(new DataFolders(folder.resolve("loss.json"), List.of()), ROOM);
    }
}
