package dev.quorate.pki;

import java.util.ArrayList;
import java.util.List;

/**
 * What a member is called and reached by.
 *
 * @param name its name in the cluster
 * @param names DNS names and addresses for cluster traffic
 * @param publicNames by which only clients reach it
 */
public record MemberNames(String name, List<AlternativeName> names, List<AlternativeName> publicNames) {

    private static final String PUBLIC = "public:";

    public MemberNames {
        names = List.copyOf(names);
        publicNames = List.copyOf(publicNames);
    }

    /**
     * A member of the texts an operator gives: names and addresses, {@code public:} before those that only clients use. If
     * no DNS name is among them, the member's own is one.
     */
    public static MemberNames of(String name, List<String> texts) {
        List<AlternativeName> names = new ArrayList<>();
        List<AlternativeName> publicNames = new ArrayList<>();
        for (String text : texts) {
            if (text.startsWith(PUBLIC)) {
                publicNames.add(AlternativeName.of(text.substring(PUBLIC.length())));
            } else {
                names.add(AlternativeName.of(text));
            }
        }
        if (names.stream().noneMatch(each -> each.kind() == AlternativeName.Kind.DNS)) {
            names.addFirst(AlternativeName.of(name));
        }
        return new MemberNames(name, names, publicNames);
    }

    /** The addresses among the names for cluster traffic. */
    List<AlternativeName> addresses() {
        return names.stream()
                .filter(each -> each.kind() == AlternativeName.Kind.IP)
                .toList();
    }
}
