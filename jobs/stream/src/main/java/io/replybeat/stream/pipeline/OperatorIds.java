package io.replybeat.stream.pipeline;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Under which name does each operator find its state again? Never changed: a new id forgets the state of the old one.
 * Beside each id stands the name that people read in Flink's web page.
 */
public enum OperatorIds {
    CARE_EVENTS("care-events", "Care events from Kafka"),
    SORT_ARRIVALS("sort-arrivals", "Sort arrivals: events, rejected"),
    ENRICH_MESSAGES("enrich-messages", "Enrich messages: language, sentiment, topic, author"),
    END_OF_HISTORY("end-of-history", "Let event time end with the events"),
    CONVERSATION_CLOCK("conversation-clock-v1", "Conversation clock"),
    WINDOWS("windows-v1", "Windows"),
    TIMELY_EVENTS("timely-events-v1", "Events that came in time, in order"),
    IN_TIME("in-time", "Those that are judged"),
    COUNT_BUCKETS("count-buckets", "Count messages by bucket"),
    WATCH_BRANDS("watch-brands-v1", "Watch volume and sentiment"),
    FOLLOW_TARGETS("follow-targets-v1", "Follow what is owed to customers"),
    WATCH_TARGETS("watch-targets-v1", "Watch service levels"),
    CALLOUT_SIGNS("callout-signs-v1", "Read conversations for signs of callouts"),
    SURGE_GUARD("surge-guard-v1", "Callout surge: at most so many posts of an author"),
    SURGE_STORY("surge-story-v2", "Callout surge: its beginning"),
    SURGE_LIFE("surge-life-v1", "Callout surge: growth and end"),
    SNOWBALL_CROWD("snowball-crowd-v1", "Snowball: who talks about a complaint left unanswered"),
    SNOWBALL_STORY("snowball-story-v2", "Snowball: its beginning"),
    SNOWBALL_LIFE("snowball-life-v1", "Snowball: growth and end"),
    IGNORED_STORY("ignored-story-v2", "Ignored influencer: the beginning"),
    IGNORED_LIFE("ignored-life-v1", "Ignored influencer: until the answer"),
    COOLING_STORY("cooling-story-v2", "Cooling failure: the beginning"),
    COOLING_LIFE("cooling-life-v1", "Cooling failure: growth and end"),
    CALLOUT_ALERTS("callout-alerts", "Alerts about callouts"),
    CALLOUT_DOCUMENTS("callout-documents", "Describe callouts"),
    CALLOUT_SINK("callout-sink", "Callout documents"),
    ALERT_DOCUMENTS("alert-documents", "Describe alerts"),
    ALERT_SINK("alert-sink", "Alert documents"),
    ALERT_TOPIC("alert-topic", "Alerts to Kafka"),
    ALERTMANAGER("alertmanager", "Alerts to Alertmanager"),
    SLACK("slack", "Alerts to Slack"),
    PAGERDUTY("pagerduty", "Alerts to PagerDuty"),
    WEBHOOK("webhook", "Alerts to the webhook"),
    REJECTED_DOCUMENTS("rejected-documents", "Describe rejected records"),
    DEAD_LETTERS("dead-letters", "Dead letters to Kafka"),
    CONVERSATION_SINK("conversation-sink", "Facts, conversations, late"),
    MESSAGE_SINK("message-sink", "Message documents"),
    WINDOW_SINK("window-sink", "Window documents"),
    REJECTED_SINK("rejected-sink", "Rejected documents"),
    FILES("files", "Files of events"),
    READ_LINES("read-lines", "Read JSON lines");

    private final String uid;
    private final String label;

    OperatorIds(String uid, String label) {
        this.uid = uid;
        this.label = label;
    }

    /** Gives an operator its id and what people read in Flink's web page. */
    public static <T> SingleOutputStreamOperator<T> name(SingleOutputStreamOperator<T> operator, OperatorIds id) {
        return operator.uid(id.uid()).name(id.label());
    }

    public String uid() {
        return uid;
    }

    public String label() {
        return label;
    }
}
