package dev.quorate.pki.foreign;

import dev.quorate.failure.ExitCode;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.KeyUsage;
import dev.quorate.pki.Periods;
import dev.quorate.pki.Usages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * cfssl's {@code ca-config.json}: how long and for what its profiles' certificates are.
 *
 * @param mistakes what cfssl would have passed over
 */
public record SigningPolicy(Map<String, Profile> profiles, List<String> mistakes) {

    /** @param expiry empty where neither profile nor default has one */
    public record Profile(Optional<Duration> expiry, Usages usages) {}

    public SigningPolicy {
        profiles = Map.copyOf(profiles);
        mistakes = List.copyOf(mistakes);
    }

    public static SigningPolicy read(Path file) {
        JsonFile json = JsonFile.parse(file, RequestFile.text(file));
        Map<?, ?> signing = JsonFile.child(json.root(), "signing");
        Optional<Duration> expiry = expiry(file, JsonFile.child(signing, "default"));
        Map<String, Profile> profiles = new LinkedHashMap<>();
        JsonFile.child(signing, "profiles").forEach((name, content) -> {
            if (content instanceof Map<?, ?> profile) {
                profiles.put(String.valueOf(name), profile(file, profile, expiry));
            }
        });
        if (profiles.isEmpty()) {
            throw RequestFile.refuse(file, "there are no profiles in it", "it must have signing, and in it profiles");
        }
        return new SigningPolicy(profiles, json.mistakes());
    }

    private static Profile profile(Path file, Map<?, ?> profile, Optional<Duration> byDefault) {
        EnumSet<KeyUsage> key = EnumSet.noneOf(KeyUsage.class);
        EnumSet<ExtendedKeyUsage> extended = EnumSet.noneOf(ExtendedKeyUsage.class);
        for (Object usage : JsonFile.items(profile, "usages")) {
            add(file, String.valueOf(usage), key, extended);
        }
        return new Profile(expiry(file, profile).or(() -> byDefault), new Usages(key, extended));
    }

    private static Optional<Duration> expiry(Path file, Map<?, ?> profile) {
        String text = JsonFile.text(profile, "expiry");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> expiry = Periods.parse(text);
        if (expiry.isEmpty()) {
            throw RequestFile.refuse(file, "the expiry \"" + text + "\" is no length of time", "write it as 43800h");
        }
        return expiry;
    }

    private static void add(Path file, String usage, EnumSet<KeyUsage> key, EnumSet<ExtendedKeyUsage> extended) {
        switch (usage.toLowerCase(Locale.ROOT)) {
            case "signing", "digital signature" -> key.add(KeyUsage.DIGITAL_SIGNATURE);
            case "content commitment" -> key.add(KeyUsage.NON_REPUDIATION);
            case "key encipherment" -> key.add(KeyUsage.KEY_ENCIPHERMENT);
            case "data encipherment" -> key.add(KeyUsage.DATA_ENCIPHERMENT);
            case "key agreement" -> key.add(KeyUsage.KEY_AGREEMENT);
            case "cert sign" -> key.add(KeyUsage.KEY_CERT_SIGN);
            case "crl sign" -> key.add(KeyUsage.CRL_SIGN);
            case "any" -> extended.add(ExtendedKeyUsage.ANY);
            case "server auth" -> extended.add(ExtendedKeyUsage.SERVER_AUTH);
            case "client auth" -> extended.add(ExtendedKeyUsage.CLIENT_AUTH);
            case "code signing" -> extended.add(ExtendedKeyUsage.CODE_SIGNING);
            case "email protection", "s/mime" -> extended.add(ExtendedKeyUsage.EMAIL_PROTECTION);
            case "timestamping" -> extended.add(ExtendedKeyUsage.TIME_STAMPING);
            case "ocsp signing" -> extended.add(ExtendedKeyUsage.OCSP_SIGNING);
            default ->
                throw RequestFile.refuse(
                        file,
                        "there is no usage \"" + usage + "\"",
                        "usages are such as \"signing\" and \"server auth\"");
        }
    }

    /** @throws OperatorException for a name that is no profile's; cfssl would have taken the default one in silence */
    public Profile require(String name) {
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw OperatorException.of(
                    ExitCode.INVALID_INPUT,
                    "the signing policy has no profile \"" + name + "\"",
                    "its profiles are "
                            + String.join(
                                    ", ", profiles.keySet().stream().sorted().toList()));
        }
        return profile;
    }
}
