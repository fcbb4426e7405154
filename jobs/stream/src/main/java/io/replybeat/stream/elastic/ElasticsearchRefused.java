package io.replybeat.stream.elastic;

import java.io.IOException;
import org.apache.flink.runtime.throwable.ThrowableAnnotation;
import org.apache.flink.runtime.throwable.ThrowableType;

/** Why the job stops for good: Elasticsearch refuses our writes and only an operator can change that. */
@ThrowableAnnotation(ThrowableType.NonRecoverableError)
public final class ElasticsearchRefused extends IOException {

    ElasticsearchRefused(int status, String reason) {
        super("Elasticsearch refuses our writes (" + status + ": " + reason + "). " + remedy(status)
                + " Then start the job from its last checkpoint: nothing is lost.");
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401 -> "Check elasticsearch.api-key, or elasticsearch.username and elasticsearch.password.";
            case 403 ->
                "Give the user of elasticsearch.username or elasticsearch.api-key the privileges create_index"
                        + " and write on the indices that begin with elasticsearch.index-prefix.";
            case 404 ->
                "Let Elasticsearch create our indices (its setting action.auto_create_index), and check that"
                        + " elasticsearch.url leads to Elasticsearch itself.";
            default -> "Check that elasticsearch.url leads to Elasticsearch itself, not to another server.";
        };
    }
}
