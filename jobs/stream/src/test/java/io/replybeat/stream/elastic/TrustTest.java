package io.replybeat.stream.elastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.replybeat.stream.elastic.ElasticsearchOptions.Access;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server whose certificate nobody has signed but itself, as a fresh Elasticsearch has it. */
class TrustTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path directory;

    private static HttpsServer server;
    private static Certificate certificate;

    @BeforeAll
    static void start() throws Exception {
        Path file = directory.resolve("server.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        certificate = store.getCertificate("server");
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static int statusWith(String caFile, String fingerprint, String host) {
        ElasticsearchOptions options = ElasticsearchOptions.at(
                        "https://" + host + ":" + server.getAddress().getPort())
                .withAccess(new Access(null, null, null, caFile, fingerprint));
        try (ElasticsearchClient client = new ElasticsearchClient(options)) {
            return client.send("GET", "/", null, null).join().status();
        }
    }

    private static String fingerprint() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    }

    @Test
    void by_default_only_what_java_trusts_is_trusted() {
        assertThatThrownBy(() -> statusWith(null, null, "localhost"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void a_certificate_is_trusted_by_its_fingerprint_whatever_the_host_is_called() throws Exception {
        assertThat(statusWith(null, fingerprint(), "localhost")).isEqualTo(200);
        assertThat(statusWith(null, fingerprint(), "127.0.0.1")).isEqualTo(200);
    }

    @Test
    void another_fingerprint_is_refused_and_the_option_named() {
        assertThatThrownBy(() -> statusWith(null, "00".repeat(32), "localhost"))
                .hasStackTraceContaining("elasticsearch.ca-fingerprint");
    }

    @Test
    void the_authorities_of_a_file_are_trusted_for_the_hosts_they_name() throws Exception {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        String file = Files.writeString(directory.resolve("ca.pem"), pem).toString();
        assertThat(statusWith(file, null, "localhost")).isEqualTo(200);
        assertThatThrownBy(() -> statusWith(file, null, "127.0.0.1")).isInstanceOf(CompletionException.class);
    }

    @Test
    void a_file_without_certificates_is_an_error_that_names_the_option() throws Exception {
        String empty = Files.writeString(directory.resolve("empty.pem"), "").toString();
        assertThatThrownBy(() -> statusWith(empty, null, "localhost"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elasticsearch.ca-certificate-file");
    }
}
