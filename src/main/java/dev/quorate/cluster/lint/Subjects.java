package dev.quorate.cluster.lint;

import dev.quorate.inventory.ClusterCertificates;
import dev.quorate.inventory.ClusterSpec;
import dev.quorate.pki.CertificateProfile;
import dev.quorate.pki.CertificateRequest;
import dev.quorate.pki.Subject;
import dev.quorate.pki.Subject.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whom certificates say they are for: each of them somebody else, and in the right words. */
final class Subjects implements Rule {

    /** What templates of scripts leave behind: {@code <NODE_NAME>}, {@code ${NODE}}, {@code {node}}. */
    private static final Pattern PLACEHOLDER = Pattern.compile("[<>{}$]");

    private static final Pattern STATE_CODE = Pattern.compile("[A-Z]{2}");

    @Override
    public void check(ClusterSpec spec, Advice advice) {
        List<CertificateRequest> requests = new ClusterCertificates(spec).plan().requests();
        subject(
                "certificates.authority",
                spec.certificates().authority().request().subject(),
                advice);
        requests.forEach(request -> subject(path(request.profile()), request.subject(), advice));
        for (CertificateProfile profile : CertificateProfile.values()) {
            List<CertificateRequest> alike = requests.stream()
                    .filter(request -> request.profile() == profile)
                    .toList();
            shared(profile, alike, advice);
        }
    }

    private static String path(CertificateProfile profile) {
        return "certificates." + profile.word();
    }

    private static void subject(String path, Subject subject, Advice advice) {
        for (Attribute attribute : subject.attributes()) {
            if (PLACEHOLDER.matcher(attribute.value()).find()) {
                advice.warning(
                        path + ".subject",
                        "the subject has " + attribute.type() + "=" + attribute.value()
                                + ", which looks like a placeholder that nothing filled in",
                        "write {member} or {name}; nothing else is replaced");
            }
        }
        exchanged(path, subject, advice);
    }

    /** C, ST and L are country, state and locality (RFC 4519). */
    private static void exchanged(String path, Subject subject, Advice advice) {
        Optional<String> place = value(subject, "L");
        Optional<String> state = value(subject, "ST");
        if (place.filter(Subjects::isCode).isPresent()
                && state.filter(name -> !isCode(name)).isPresent()) {
            advice.note(
                    path + ".subject",
                    "the subject has L=" + place.get() + " and ST=" + state.get() + ", which look exchanged",
                    "L is the place and ST the state");
        }
    }

    private static boolean isCode(String text) {
        return STATE_CODE.matcher(text).matches();
    }

    private static Optional<String> value(Subject subject, String type) {
        return subject.attributes().stream()
                .filter(attribute -> attribute.type().equals(type))
                .map(Attribute::value)
                .findFirst();
    }

    /** Logs, and for clients etcd's authentication, go by the common name. */
    private static void shared(CertificateProfile profile, List<CertificateRequest> requests, Advice advice) {
        Map<Subject, List<String>> owners = new LinkedHashMap<>();
        requests.forEach(request -> owners.computeIfAbsent(request.subject(), _ -> new ArrayList<>())
                .add(request.name()));
        owners.forEach((subject, names) -> {
            if (names.size() > 1) {
                advice.warning(
                        path(profile) + ".subject",
                        "the certificates " + String.join(", ", names) + " are all for " + subject
                                + ": nothing tells whose is whose",
                        "write " + (profile == CertificateProfile.CLIENT ? "{name}" : "{member}")
                                + " into the subject");
            }
        });
    }
}
