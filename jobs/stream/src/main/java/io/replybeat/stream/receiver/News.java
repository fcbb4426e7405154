package io.replybeat.stream.receiver;

import io.replybeat.care.alert.Alert;

/** Is an update worth people's attention: did it become graver, or did something join? Other updates move numbers only. */
final class News {

    private News() {}

    static boolean isWorthACall(Alert told, Alert next) {
        return next.severity().compareTo(told.severity()) > 0
                || !told.evidence().joined().containsAll(next.evidence().joined());
    }
}
