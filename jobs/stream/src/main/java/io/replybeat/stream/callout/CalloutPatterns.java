package io.replybeat.stream.callout;

import java.util.List;

/** Which stories are looked for? A new one is a class, a test and a line here. */
final class CalloutPatterns {

    static final List<CalloutPattern> ALL =
            List.of(new CalloutSurge(), new Snowball(), new IgnoredInfluencer(), new CoolingFailure());

    private CalloutPatterns() {}
}
