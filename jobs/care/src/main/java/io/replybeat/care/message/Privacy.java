package io.replybeat.care.message;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What of a customer may be stored: the id and handle as they are, or as keyed hashes; the words, or none?
 *
 * <p>A keyed hash (HMAC-SHA256, its first 16 bytes in hex after {@code p_}) is the same for the same name, so that a customer's
 * messages are found together; without the key nobody can work out, or try out, whose they are. Confined to one thread.
 */
public final class Privacy {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    /** Everything is stored as it is. */
    public static final Privacy NONE = new Privacy(null, true);

    private final Mac mac;
    private final boolean storeText;

    private Privacy(Mac mac, boolean storeText) {
        this.mac = mac;
        this.storeText = storeText;
    }

    /** @param key the secret behind the hashes, or null to store names as they are */
    public static Privacy of(String key, boolean storeText) {
        return new Privacy(key == null ? null : mac(key), storeText);
    }

    private static Mac mac(String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    /** The id or handle as it may be stored; null stays null. */
    public String name(String name) {
        if (mac == null || name == null) {
            return name;
        }
        byte[] hash = mac.doFinal(name.getBytes(StandardCharsets.UTF_8));
        return "p_" + HexFormat.of().formatHex(hash, 0, BYTES);
    }

    public boolean storesText() {
        return storeText;
    }

    /** Whether records may be shown as they came, names and words and all. */
    public boolean showsOriginals() {
        return mac == null && storeText;
    }
}
