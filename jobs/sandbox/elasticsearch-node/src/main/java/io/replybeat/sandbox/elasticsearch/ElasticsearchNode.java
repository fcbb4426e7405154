package io.replybeat.sandbox.elasticsearch;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Runs one Elasticsearch node on 127.0.0.1 until standard input ends.
 *
 * <p>Arguments: home (with {@code modules/}), directory for data, HTTP port, transport port. Prints {@code ready PORT}
 * on standard output once it answers requests; everything else goes to standard error. Standard input is the life line:
 * it ends when the parent process does, however that dies.
 */
public final class ElasticsearchNode {
    private ElasticsearchNode() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream parent = System.out;
        System.setOut(System.err);
        Thread.currentThread().setUncaughtExceptionHandler((main, failure) -> {
            failure.printStackTrace();
            // Threads that started already would keep the process.
            Runtime.getRuntime().halt(1);
        });
        Path home = Path.of(arguments[0]).toAbsolutePath();
        Path directory = Files.createDirectories(Path.of(arguments[1]).toAbsolutePath());
        LogConfigurator.configureESLogging();
        Environment environment = new Environment(settings(home, directory, arguments[2], arguments[3]), directory);
        PluginsLoader modules = PluginsLoader.createPluginsLoader(
                PluginsLoader.loadModulesBundles(environment.modulesDir()), Set.of(), Map.of(), false);
        Node node = new Node(environment, modules);
        node.start();
        parent.println("ready " + arguments[2]);
        System.in.transferTo(OutputStream.nullOutputStream());
        node.close();
        // A thread that the node forgot must not keep the process.
        Runtime.getRuntime().halt(0);
    }

    private static Settings settings(Path home, Path directory, String httpPort, String transportPort) {
        return Settings.builder()
                .put("path.home", home)
                .put("path.data", directory.resolve("data"))
                .put("path.logs", directory)
                .put("cluster.name", "replybeat-sandbox")
                .put("node.name", "sandbox")
                .put("discovery.type", "single-node")
                .put("network.host", "127.0.0.1")
                .put("http.port", httpPort)
                .put("transport.port", transportPort)
                // By default a disk that is 95 % full turns every index read-only, however much room is left.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put("action.destructive_requires_name", true)
                .build();
    }
}
