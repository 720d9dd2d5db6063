package longrange.kernel.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// The HMAC of a message's four JSON frames. Used by the wire's thread alone.
public final class Signature {
  private final @Nullable Mac mac;

  private Signature(@Nullable Mac mac) {
    this.mac = mac;
  }

  /// The scheme and key of a connection file; an empty key means that nothing is signed.
  public static Signature of(@Nullable String scheme, @Nullable String key) {
    if (key == null || key.isEmpty()) {
      return new Signature(null);
    }
    String name = (scheme == null || scheme.isEmpty()) ? "hmac-sha256" : scheme;
    try {
      Mac mac = Mac.getInstance(name.replace("-", ""));
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), name));
      return new Signature(mac);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this JDK has no signature scheme " + name, e);
    }
  }

  byte[] of(List<byte[]> frames) {
    if (mac == null) {
      return new byte[0];
    }
    frames.forEach(mac::update);
    return HexFormat.of().formatHex(mac.doFinal()).getBytes(US_ASCII);
  }

  /// Compared in constant time: how long it takes tells nothing about the key.
  boolean matches(byte[] given, List<byte[]> frames) {
    return mac == null || MessageDigest.isEqual(of(frames), given);
  }
}
