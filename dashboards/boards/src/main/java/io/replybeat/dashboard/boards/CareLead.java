package io.replybeat.dashboard.boards;

import java.util.List;

/** Who waits now, how fast and how well do we answer, and in which mood are customers? */
final class CareLead {

    static final Board BOARD = new Board(
            "replybeat-care-lead",
            "Care lead",
            "Who waits now, how fast and how well we answer, in which mood customers are.",
            "now-24h",
            10,
            List.of(WhoWaits.section(), HowFast.section(), HowWell.section(), Mood.section()));

    private CareLead() {}
}
