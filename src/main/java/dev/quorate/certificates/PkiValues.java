package dev.quorate.certificates;

import dev.quorate.command.BadValueException;
import dev.quorate.command.Completes;
import dev.quorate.command.ValueType;
import dev.quorate.command.ValueTypes;
import dev.quorate.failure.OperatorException;
import dev.quorate.pki.AlternativeName;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.ExtendedKeyUsage;
import dev.quorate.pki.KeyType;
import dev.quorate.pki.KeyUsage;
import dev.quorate.pki.MemberNames;
import dev.quorate.pki.Periods;
import dev.quorate.pki.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The types of words that certificates need. */
final class PkiValues {

    static final ValueType<Duration> PERIOD = ValueType.of(
            "days",
            word -> Periods.parse(word)
                    .orElseThrow(() -> new BadValueException("not days such as 365, 365d or 8760h")));

    static final ValueType<KeyType> KEY_TYPE = choice("key", List.of(KeyType.values()), KeyType::word, KeyType::named);

    static final ValueType<KeyUsage> KEY_USAGE = choice(
            "usage",
            List.of(KeyUsage.values()),
            KeyUsage::word,
            word -> byWord(KeyUsage.values(), KeyUsage::word, word));

    static final ValueType<ExtendedKeyUsage> EXTENDED_USAGE = choice(
            "usage",
            List.of(ExtendedKeyUsage.values()),
            ExtendedKeyUsage::word,
            word -> byWord(ExtendedKeyUsage.values(), ExtendedKeyUsage::word, word));

    static final ValueType<Subject> SUBJECT = ValueType.of("subject", word -> checked(Subject::parse, word));

    static final ValueType<AlternativeName> NAME = ValueType.of("name", word -> checked(AlternativeName::of, word));

    static final ValueType<MemberNames> MEMBER = ValueType.of("name=address,...", PkiValues::member);

    static final ValueType<Path> FILE = ValueType.of("file", PkiValues::path).completing(Completes.FILE);

    static final ValueType<Path> DIRECTORY =
            ValueType.of("directory", PkiValues::path).completing(Completes.DIRECTORY);

    static final ValueType<String> CERTIFICATE = ValueTypes.TEXT.named("name").completing(Completes.CERTIFICATE);

    /** Proposed are ours; a signing policy may have others. */
    static final ValueType<String> PROFILE = new ValueType<>(
            "profile",
            Arrays.stream(CertificateProfile.values())
                    .map(CertificateProfile::word)
                    .toList(),
            Completes.CHOICE,
            ValueTypes.TEXT.parser());

    static final ValueType<PathLength> PATH_LENGTH = ValueType.of("number|any", PkiValues::pathLength);

    /** How many CAs may stand below one; empty for any number. */
    record PathLength(OptionalInt number) {
        @Override
        public String toString() {
            return number.isPresent() ? Integer.toString(number.getAsInt()) : "any";
        }
    }

    private PkiValues() {}

    private static <T> ValueType<T> choice(
            String placeholder, List<T> all, Function<T, String> word, Function<String, Optional<T>> find) {
        List<String> words = all.stream().map(word).toList();
        return new ValueType<>(
                placeholder,
                words,
                Completes.CHOICE,
                text -> find.apply(text)
                        .orElseThrow(() -> new BadValueException("must be one of " + String.join(", ", words))));
    }

    private static <T> Optional<T> byWord(T[] all, Function<T, String> word, String text) {
        return Arrays.stream(all)
                .filter(each -> word.apply(each).equalsIgnoreCase(text))
                .findFirst();
    }

    private static <T> T checked(Function<String, T> parse, String word) throws BadValueException {
        try {
            return parse.apply(word);
        } catch (OperatorException e) {
            throw new BadValueException(e.failure().what());
        }
    }

    /** An empty word, as a variable without a value leaves it, would be the folder one happens to be in. */
    private static Path path(String word) throws BadValueException {
        if (word.isBlank()) {
            throw new BadValueException("no path is empty");
        }
        return Path.of(word);
    }

    private static MemberNames member(String word) throws BadValueException {
        int equals = word.indexOf('=');
        if (equals < 1) {
            throw new BadValueException("write it as etcd1=10.0.0.1,etcd1.example.com,public:192.0.2.1");
        }
        List<String> names = List.of(word.substring(equals + 1).split(",", -1));
        return checked(text -> MemberNames.of(text, names), word.substring(0, equals));
    }

    private static PathLength pathLength(String word) throws BadValueException {
        if (word.equals("any")) {
            return new PathLength(OptionalInt.empty());
        }
        if (!word.matches("\\d{1,2}")) {
            throw new BadValueException("neither a small number nor any");
        }
        return new PathLength(OptionalInt.of(Integer.parseInt(word)));
    }

    /** A value for one role only, as {@code client:90}, or for all, as {@code 365}. */
    static <T> ValueType<ForRole<T>> perRole(ValueType<T> type) {
        return new ValueType<>("[role:]" + type.placeholder(), type.choices(), type.completes(), word -> {
            int colon = word.indexOf(':');
            Optional<CertificateProfile> role = colon < 0 ? Optional.empty() : role(word.substring(0, colon));
            String value = role.isPresent() ? word.substring(colon + 1) : word;
            return new ForRole<>(role, type.parser().parse(value));
        });
    }

    static Optional<CertificateProfile> role(String word) {
        return byWord(CertificateProfile.values(), CertificateProfile::word, word);
    }

    /** A value and the role it is for, if for one only. */
    record ForRole<T>(Optional<CertificateProfile> role, T value) {

        /** The last value given for {@code role}, else the last one for all. */
        static <T> Optional<T> choose(List<ForRole<T>> given, CertificateProfile role) {
            return last(given, Optional.of(role)).or(() -> last(given, Optional.empty()));
        }

        private static <T> Optional<T> last(List<ForRole<T>> given, Optional<CertificateProfile> role) {
            return given.stream()
                    .filter(each -> each.role().equals(role))
                    .map(ForRole::value)
                    .reduce((first, last) -> last);
        }

        /** All values given for {@code role} and, without any, those for all. */
        static <T> List<T> all(List<ForRole<T>> given, CertificateProfile role) {
            List<T> own = all(given, Optional.of(role));
            return own.isEmpty() ? all(given, Optional.empty()) : own;
        }

        private static <T> List<T> all(List<ForRole<T>> given, Optional<CertificateProfile> role) {
            return given.stream()
                    .filter(each -> each.role().equals(role))
                    .map(ForRole::value)
                    .toList();
        }
    }
}
