package io.replybeat.sandbox.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.replybeat.stream.options.Option;
import io.replybeat.stream.options.Options;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReplybeatTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void every_command_explains_itself() {
        commands(Replybeat.commandLine()).forEach(command -> {
            String name = command.getCommandSpec().qualifiedName();
            assertThat(command.getUsageMessage()).as(name).contains("--help", "--verbose");
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty();
        });
    }

    @Test
    void without_a_command_it_names_them_all() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString())
                .contains(Replybeat.commandLine().getSubcommands().keySet());
    }

    @Test
    void a_misspelt_option_is_answered_with_the_right_one() {
        assertThat(run("config", "print", "--kafka.topik", "t")).isEqualTo(2);
        assertThat(err.toString()).contains("--kafka.topik").contains("--kafka.topic");
    }

    @Test
    void a_misspelt_command_is_answered_with_the_right_one() {
        assertThat(run("confg")).isEqualTo(2);
        assertThat(err.toString()).contains("config");
    }

    @Test
    void a_flag_wins_over_the_file_and_the_print_says_who_won() throws Exception {
        Path file = Files.writeString(
                directory.resolve("care.yaml"), "kafka.topic: from-file\nkafka.group-id: from-file\n");
        assertThat(run("config", "print", "--config", file.toString(), "--kafka.topic=from-flag"))
                .isZero();
        assertThat(out.toString())
                .containsPattern("kafka.topic: from-flag +# --kafka.topic")
                .containsPattern("kafka.group-id: from-file +# .*care.yaml");
    }

    @Test
    void every_option_of_the_job_is_a_flag_with_its_sentence() {
        String help = Replybeat.commandLine()
                .getSubcommands()
                .get("config")
                .getSubcommands()
                .get("print")
                .setUsageHelpWidth(1000)
                .getUsageMessage();
        for (Option<?> option : Options.all()) {
            assertThat(help).contains(option.flag()).contains(option.sentence());
        }
    }

    @Test
    void a_switch_needs_no_value() {
        assertThat(run("config", "print", "--checkpoint.unaligned")).isZero();
        assertThat(out.toString()).containsPattern("checkpoint.unaligned: true +# --checkpoint.unaligned");
    }

    @Test
    void a_wrong_value_is_a_mistake_of_the_command_line_without_a_stack_trace() {
        assertThat(run("config", "print", "--parallelism=many")).isEqualTo(2);
        assertThat(err.toString()).contains("--parallelism").contains("many").doesNotContain("\tat ");
    }

    private int run(String... arguments) {
        return Replybeat.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(ReplybeatTest::commands));
    }
}
