package io.replybeat.stream.kafka;

import io.replybeat.care.config.ConfigException;
import io.replybeat.stream.options.JobOptions;
import io.replybeat.stream.options.Options;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Which further settings do the Kafka clients get? Those of the user's file, which win over ours. */
public final class ClientProperties {

    private ClientProperties() {}

    public static Properties of(JobOptions options) {
        Properties properties = new Properties();
        String file = options.get(Options.KAFKA_PROPERTIES_FILE);
        if (file == null) {
            return properties;
        }
        try (Reader reader = Files.newBufferedReader(Path.of(file))) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException(
                    "%s: %s cannot be read as a properties file (%s); check the path, its permissions and format"
                            .formatted(Options.KAFKA_PROPERTIES_FILE.key(), file, e.getMessage()));
        }
    }
}
