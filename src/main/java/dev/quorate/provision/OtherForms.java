package dev.quorate.provision;

import java.nio.file.Path;
import java.util.List;

/**
 * Files on a host that would configure a member in another form than its own, and must not stay.
 *
 * @param mark tells this parking from others: a time
 */
public record OtherForms(List<Path> paths, String mark) {

    public static final OtherForms NONE = new OtherForms(List.of(), "");

    public OtherForms {
        paths = List.copyOf(paths);
    }
}
