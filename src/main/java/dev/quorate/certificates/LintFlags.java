package dev.quorate.certificates;

import dev.quorate.command.Flag;
import dev.quorate.pki.MemberNames;
import java.nio.file.Path;
import java.util.List;

/** By which hosts members are reached, for {@code pki lint}. */
final class LintFlags {

    static final Flag<List<MemberNames>> MEMBERS = Flag.repeated(
            "member", PkiValues.MEMBER, "a member, its names and addresses; all that is known where left out");
    static final Flag<List<Path>> CONFIGURATIONS =
            Flag.repeated("config", PkiValues.FILE, "a member's configuration: YAML, environment file, or its unit");
    static final Flag<Boolean> OFFLINE = Flag.bool("offline", "asks no member of the cluster");

    private LintFlags() {}
}
