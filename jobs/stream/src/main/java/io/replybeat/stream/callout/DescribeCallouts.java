package io.replybeat.stream.callout;

import io.replybeat.care.callout.CalloutDocument;
import io.replybeat.care.callout.Moment;
import io.replybeat.care.message.Privacy;
import io.replybeat.stream.document.Document;
import io.replybeat.stream.document.Kind;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** A moment of a story as its document, customers named as privacy allows. */
final class DescribeCallouts extends RichMapFunction<Moment, Document> {

    private static final long serialVersionUID = 1;

    private final String privacyKey;
    private transient Privacy privacy;

    /** @param privacyKey null where names are stored as they are */
    DescribeCallouts(String privacyKey) {
        this.privacyKey = privacyKey;
    }

    @Override
    public void open(OpenContext context) {
        privacy = Privacy.of(privacyKey, true);
    }

    @Override
    public Document map(Moment moment) {
        CalloutDocument body = new CalloutDocument(moment, privacy);
        return new Document(Kind.CALLOUTS, body.id(), body.at(), body);
    }
}
