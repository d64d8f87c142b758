package dev.quorate.inventory.file;

import dev.quorate.failure.OperatorException;
import dev.quorate.pki.AlternativeName;
import java.util.ArrayList;
import java.util.List;

/** Lists of names and addresses that certificates will carry. */
final class AlternativeNames {

    private AlternativeNames() {}

    /** Those of {@code key} that can stand in a certificate; the others are faults. */
    static List<String> read(Section section, String key, List<String> byDefault) {
        List<String> good = new ArrayList<>();
        List<String> texts = section.texts(key, byDefault);
        for (int index = 0; index < texts.size(); index++) {
            String text = texts.get(index);
            if (isGood(text)) {
                good.add(text);
            } else {
                section.fault(
                        key,
                        index,
                        "\"" + text + "\" in " + section.path(key) + " is neither a DNS name nor an address",
                        "write names such as etcd1.example.com and addresses such as 10.0.0.1");
            }
        }
        return good;
    }

    static boolean isGood(String text) {
        try {
            return !AlternativeName.of(text).value().isEmpty();
        } catch (OperatorException refused) {
            return false;
        }
    }
}
