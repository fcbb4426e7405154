package io.replybeat.stream.receiver;

import java.net.URI;
import java.util.Map;

/**
 * A POST as it goes out. Its address or headers may be secrets, so it never prints them.
 *
 * @param headers {@code Content-Type} among them
 */
public record HttpCall(URI url, Map<String, String> headers, byte[] body) {

    static final String JSON = "application/json";

    static HttpCall json(URI url, byte[] body) {
        return new HttpCall(url, Map.of("Content-Type", JSON), body);
    }

    @Override
    public String toString() {
        return "HttpCall[" + body.length + " bytes]";
    }
}
