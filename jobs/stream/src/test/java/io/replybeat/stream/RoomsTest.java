package io.replybeat.stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Who may know whom: the edges know Kafka and Elasticsearch, the operators do not, and logic never looks at the clock. */
@AnalyzeClasses(packages = "io.replybeat", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule ONLY_THE_EDGES_KNOW_KAFKA = noClasses()
            .that()
            .resideInAnyPackage("io.replybeat.care..", "..stream.clock..", "..stream.window..", "..stream.document..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.flink.connector.kafka..", "java.net.http..");

    @ArchTest
    static final ArchRule CARE_KNOWS_NO_FLINK = noClasses()
            .that()
            .resideInAPackage("io.replybeat.care..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.flink..", "org.apache.avro..", "io.replybeat.stream..");

    @ArchTest
    static final ArchRule LOGIC_DOES_NOT_LOOK_AT_THE_CLOCK = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.replybeat.care..",
                    "..stream.clock..",
                    "..stream.window..",
                    "..stream.pipeline..",
                    "..stream.receiver..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now");
}
