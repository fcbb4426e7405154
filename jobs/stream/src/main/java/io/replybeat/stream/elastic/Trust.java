package io.replybeat.stream.elastic;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Whose certificates are trusted: those of a CA file, one by its fingerprint, or by default those Java trusts. */
final class Trust {

    private Trust() {}

    static Optional<SSLContext> of(ElasticsearchOptions.Access access) {
        try {
            if (access.fingerprint() != null) {
                return Optional.of(context(new TrustManager[] {new Pinned(access.fingerprint())}));
            }
            if (access.caFile() != null) {
                return Optional.of(context(authorities(Path.of(access.caFile()))));
            }
            return Optional.empty();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "elasticsearch.ca-certificate-file: cannot use the certificates of " + access.caFile() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers, null);
        return context;
    }

    private static TrustManager[] authorities(Path pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), certificate);
            }
        }
        if (store.size() == 0) {
            throw new CertificateException("it holds none");
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    /** Trusts a chain that holds the one certificate, the server's own or its authority's, whatever the host is called. */
    private static final class Pinned extends X509ExtendedTrustManager {

        private final String fingerprint;

        Pinned(String fingerprint) {
            this.fingerprint = fingerprint.replace(":", "").toLowerCase(Locale.ROOT);
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            try {
                MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
                for (int i = 0; i < chain.length; i++) {
                    if (HexFormat.of()
                            .formatHex(sha256.digest(chain[i].getEncoded()))
                            .equals(fingerprint)) {
                        // The server proves the key of the first only; of an authority's, that it signed those below.
                        for (int below = i; below > 0; below--) {
                            chain[below - 1].verify(chain[below].getPublicKey());
                        }
                        chain[0].checkValidity();
                        return;
                    }
                }
            } catch (CertificateException e) {
                throw e;
            } catch (GeneralSecurityException e) {
                throw new CertificateException("the chain of certificates is broken", e);
            }
            throw new CertificateException("no certificate of the server has the elasticsearch.ca-fingerprint "
                    + fingerprint + ": compare it with the server's, or use elasticsearch.ca-certificate-file");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("we are no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("we are no server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("we are no server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
