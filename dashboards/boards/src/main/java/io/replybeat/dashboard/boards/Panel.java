package io.replybeat.dashboard.boards;

/**
 * Which question does a piece of a board answer, and how is the answer shown?
 *
 * @param title short
 * @param description what the number is, and what to know before believing it
 * @param width in 24ths of the board
 */
public record Panel(String title, String description, Show show, int width, Ask ask) {

    /** How an answer looks. */
    public enum Show {
        NUMBER(4),
        LINES(8),
        /** Stacked. */
        BARS(8),
        /** Bars stacked to 100 %. */
        SHARES(8),
        TABLE(9),
        LIST(11);

        private final int height;

        Show(int height) {
            this.height = height;
        }
    }

    /** One number, small. */
    static Panel number(String title, String description, Ask.Figures figures) {
        return new Panel(title, description, Show.NUMBER, 4, figures);
    }

    /** In rows of Grafana's grid, 30 pixels each. */
    public int height() {
        return show.height;
    }
}
