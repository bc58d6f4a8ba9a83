package org.gradcheck.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The graph as lanes beside its stations, as version histories are drawn: a lane is a value that is still to be taken. Inputs
 * are drawn where they are first taken.
 */
final class LaneDrawing {

    /** More lanes leave no room for the text. */
    private static final int MOST_LANES = 10;

    private final List<Station> stations;
    private final Map<String, Integer> lastTaker = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> lanes = new ArrayList<>();
    private int widest = 1;

    /**
     * A line of the drawing.
     *
     * @param lanes what is drawn of the lanes
     * @param station the station that stands there, or none in a line of connections
     */
    record Row(String lanes, Optional<Station> station) {}

    LaneDrawing(List<Station> stations) {
        this.stations = stations;
        for (int i = 0; i < stations.size(); i++) {
            for (String name : stations.get(i).takes()) {
                lastTaker.put(name, i);
            }
        }
    }

    /** The lines, the lanes all of one width; without lanes if there would be too many. */
    List<Row> rows() {
        for (int i = 0; i < stations.size(); i++) {
            Station station = stations.get(i);
            if (station.role() == Station.Role.STAGE) {
                station.takes().forEach(this::introduce);
                stage(station, i);
            }
        }
        if (widest > MOST_LANES) {
            return stations.stream()
                    .map(station -> new Row(mark(station), Optional.of(station)))
                    .toList();
        }
        int width = 2 * widest - 1;
        return rows.stream()
                .map(row -> new Row(
                        row.lanes() + " ".repeat(Math.max(0, width - row.lanes().length())), row.station()))
                .toList();
    }

    private void introduce(String name) {
        if (lanes.contains(name)) {
            return;
        }
        stations.stream()
                .filter(station -> station.name().equals(name) && station.role() != Station.Role.STAGE)
                .findFirst()
                .ifPresent(input -> {
                    int lane = free();
                    lanes.set(lane, name);
                    rows.add(new Row(line(lane, mark(input)), Optional.of(input)));
                });
    }

    private int free() {
        int lane = lanes.indexOf("");
        if (lane >= 0) {
            return lane;
        }
        lanes.add("");
        widest = Math.max(widest, lanes.size());
        return lanes.size() - 1;
    }

    private void stage(Station station, int number) {
        List<Integer> joined =
                station.takes().stream().map(lanes::indexOf).sorted().toList();
        List<String> before = List.copyOf(lanes);
        for (int lane : joined) {
            if (lastTaker.getOrDefault(lanes.get(lane), -1) <= number) {
                lanes.set(lane, "");
            }
        }
        int own = free();
        lanes.set(own, station.name());
        rows.add(new Row(connection(before, joined, own), Optional.empty()));
        rows.add(new Row(line(own, mark(station)), Optional.of(station)));
        if (!lastTaker.containsKey(station.name())) {
            lanes.set(own, "");
        }
        while (!lanes.isEmpty() && lanes.get(lanes.size() - 1).isEmpty()) {
            lanes.remove(lanes.size() - 1);
        }
    }

    private String line(int own, String mark) {
        StringBuilder text = new StringBuilder();
        for (int lane = 0; lane < lanes.size(); lane++) {
            text.append(lane == 0 ? "" : " ")
                    .append(lane == own ? mark : lanes.get(lane).isEmpty() ? " " : "│");
        }
        return text.toString().stripTrailing();
    }

    private String connection(List<String> before, List<Integer> joined, int own) {
        int from = Math.min(own, joined.get(0));
        int to = Math.max(own, joined.get(joined.size() - 1));
        StringBuilder text = new StringBuilder();
        for (int lane = 0; lane < Math.max(before.size(), lanes.size()); lane++) {
            if (lane > 0) {
                text.append(lane > from && lane <= to ? '─' : ' ');
            }
            boolean up = lane < before.size() && !before.get(lane).isEmpty();
            boolean down = lane < lanes.size() && !lanes.get(lane).isEmpty();
            boolean inside = lane >= from && lane <= to;
            boolean connected = lane == own || joined.contains(lane);
            if (!inside || !connected) {
                text.append(up ? '│' : inside ? '─' : ' ');
            } else {
                text.append(corner(up, down, lane > from, lane < to));
            }
        }
        return text.toString().stripTrailing();
    }

    /** The box-drawing character with these arms. */
    private static char corner(boolean up, boolean down, boolean left, boolean right) {
        int arms = (up ? 8 : 0) + (down ? 4 : 0) + (left ? 2 : 0) + (right ? 1 : 0);
        return " ╶╴─╷╭╮┬╵╰╯┴│├┤┼".charAt(arms);
    }

    static String mark(Station station) {
        if (station.role() != Station.Role.STAGE) {
            return station.role() == Station.Role.INPUT ? "○" : "□";
        }
        return switch (station.status()) {
            case RIGHT -> "✓";
            case WRONG -> "✗";
            case UNDECIDED -> "?";
            case UNCHECKED -> "·";
        };
    }
}
