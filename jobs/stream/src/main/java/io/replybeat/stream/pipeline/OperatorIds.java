package io.replybeat.stream.pipeline;

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
    COUNT_BUCKETS("count-buckets", "Count messages by bucket"),
    WATCH_BRANDS("watch-brands-v1", "Watch volume and sentiment"),
    FOLLOW_TARGETS("follow-targets-v1", "Follow what is owed to customers"),
    WATCH_TARGETS("watch-targets-v1", "Watch service levels"),
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

    public String uid() {
        return uid;
    }

    public String label() {
        return label;
    }
}
