package io.replybeat.dashboard.boards;

import java.util.ArrayList;
import java.util.List;

/**
 * What do people see on one screen?
 *
 * @param uid its address in both tools; never changed, links point at it
 * @param from how far back it looks at first, {@code now-24h}
 * @param refresh how often it asks again, in seconds
 */
public record Board(String uid, String title, String description, String from, int refresh, List<Section> sections) {

    /** Panels that belong together. */
    public record Section(String title, List<Panel> panels) {}

    /** A panel with its place; x and width in 24ths, y and height in rows. */
    public record Placed(Panel panel, int x, int y) {}

    private static final int WIDTH = 24;

    /**
     * Panels side by side as far as they fit, each row as high as its highest.
     *
     * @param top of the first row
     */
    static List<Placed> places(Section section, int top) {
        List<Placed> places = new ArrayList<>();
        int x = 0;
        int y = top;
        int height = 0;
        for (Panel panel : section.panels()) {
            if (x + panel.width() > WIDTH) {
                x = 0;
                y += height;
                height = 0;
            }
            places.add(new Placed(panel, x, y));
            x += panel.width();
            height = Math.max(height, panel.height());
        }
        return places;
    }

    /** Where the row after these begins. */
    static int bottom(List<Placed> places) {
        return places.stream()
                .mapToInt(place -> place.y() + place.panel().height())
                .max()
                .orElse(0);
    }

    public List<Panel> panels() {
        return sections.stream().flatMap(section -> section.panels().stream()).toList();
    }
}
