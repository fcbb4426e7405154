package io.replybeat.care.brand;

import java.io.Serializable;

/** How does this brand read the clocks where care products differ (DEFINITIONS §3)? */
public record Policies(WaitStart waitStartsAt, boolean botReplyEndsWait, FirstResponseAnchor firstResponseAnchor)
        implements Serializable {

    public static final Policies DEFAULT = new Policies(WaitStart.OLDEST, true, FirstResponseAnchor.FIRST_MESSAGE);
}
