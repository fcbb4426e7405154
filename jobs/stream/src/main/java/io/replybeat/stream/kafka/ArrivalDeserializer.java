package io.replybeat.stream.kafka;

import io.replybeat.stream.codec.CodecType;
import io.replybeat.stream.intake.Arrival;
import io.replybeat.stream.intake.ArrivalCodec;
import io.replybeat.stream.intake.CareEventIntake;
import io.replybeat.stream.intake.Limits;
import io.replybeat.stream.intake.Origin;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Makes one arrival of every record, whatever it holds, and never throws: a broken record must not stop the job. */
final class ArrivalDeserializer implements KafkaRecordDeserializationSchema<Arrival> {

    private static final CodecType<Arrival> TYPE = CodecType.of(Arrival.class, ArrivalCodec.CODEC);

    private final Limits limits;
    private transient CareEventIntake intake;
    private transient IntakeMetrics metrics;

    ArrivalDeserializer(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void open(InitializationContext context) {
        intake = new CareEventIntake(limits, System::currentTimeMillis);
        metrics = new IntakeMetrics(context.getMetricGroup());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Arrival> out) {
        Arrival arrival = intake.fromAvro(record.value(), origin(record));
        metrics.count(arrival);
        out.collect(arrival);
    }

    /** A time that no clock can have shown is not known: it would make an index of its own for every such record. */
    private Origin origin(ConsumerRecord<byte[], byte[]> record) {
        long timestamp = record.timestamp();
        boolean plausible = timestamp > 0
                && timestamp <= System.currentTimeMillis() + limits.ahead().toMillis();
        return new Origin.Kafka(record.topic(), record.partition(), record.offset(), plausible ? timestamp : 0);
    }

    @Override
    public TypeInformation<Arrival> getProducedType() {
        return TYPE;
    }
}
