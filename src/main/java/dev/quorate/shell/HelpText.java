package dev.quorate.shell;

import dev.quorate.command.Argument;
import dev.quorate.command.CommandSpec;
import dev.quorate.command.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Words help from what commands declare. */
final class HelpText {

    private static final List<String> USAGE = List.of(
            "Usage:",
            "  quorate                                  opens the console",
            "  quorate COMMAND [arguments] [flags]      runs one line, as etcdctl does",
            "  quorate run FILE [--set name=value]...   runs a script; also quorate -c 'LINE; LINE', quorate < FILE");

    /** Columns of what is described; longer ones have their description on the next line. */
    private static final int COLUMN = 30;

    private final List<String> lines = new ArrayList<>();

    private HelpText() {}

    static List<String> overview(CommandCatalog catalog) {
        HelpText help = new HelpText();
        help.lines.add("quorate " + VersionCommands.own() + ", the console for etcd clusters");
        help.lines.add("");
        help.lines.addAll(USAGE);
        for (Map.Entry<String, List<CommandSpec>> group :
                catalog.listedByGroup().entrySet()) {
            help.section(group.getKey());
            group.getValue().forEach(command -> help.row(command.words(), command.summary()));
        }
        help.section("More");
        help.row("help COMMAND", "tells of one command");
        help.row("help options", "lists the options that every line takes");
        return help.lines;
    }

    static List<String> options() {
        HelpText help = new HelpText();
        help.lines.add("Options that every line takes, before or after the command:");
        help.flags(GlobalOptions.ALL);
        return help.lines;
    }

    static List<String> of(CommandNode node) {
        HelpText help = new HelpText();
        node.command().ifPresent(help::command);
        List<CommandSpec> below = new ArrayList<>();
        for (CommandSpec command : node.commands()) {
            if (!command.hidden() && node.command().filter(command::equals).isEmpty()) {
                below.add(command);
            }
        }
        if (!below.isEmpty()) {
            help.section(node.path() + " commands");
            below.forEach(command -> help.row(command.words(), command.summary()));
        }
        return help.lines;
    }

    private void command(CommandSpec command) {
        lines.add("Usage: " + Usage.of(command));
        lines.add("");
        lines.add(command.summary() + ".");
        if (!command.details().isBlank()) {
            lines.add("");
            command.details().strip().lines().forEach(lines::add);
        }
        if (!command.aliases().isEmpty()) {
            lines.add("");
            lines.add("Also: " + String.join(", ", command.aliases()));
        }
        arguments(command.arguments());
        if (command.flags().stream().anyMatch(flag -> !flag.hidden())) {
            section("Flags");
            flags(command.flags());
        }
        lines.add("");
        lines.add("help options lists the options that every line takes.");
    }

    private void arguments(List<Argument<?>> arguments) {
        if (arguments.isEmpty()) {
            return;
        }
        section("Arguments");
        for (Argument<?> argument : arguments) {
            row(argument.name(), argument.description());
        }
    }

    private void flags(List<Flag<?>> flags) {
        for (Flag<?> flag : flags) {
            if (!flag.hidden()) {
                String letter = flag.shortName().map(name -> "-" + name + ", ").orElse("    ");
                String word = flag.takesWord() ? " " + flag.type().placeholder() : "";
                String fallback = flag.shownDefault()
                        .filter(shown -> !shown.isEmpty())
                        .map(shown -> " (default " + shown + ")")
                        .orElse("");
                row(letter + "--" + flag.name() + word, flag.description() + fallback);
            }
        }
    }

    private void section(String title) {
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(title + ":");
    }

    private void row(String left, String right) {
        if (left.length() > COLUMN) {
            lines.add("  " + left);
            lines.add(" ".repeat(COLUMN + 3) + right);
            return;
        }
        lines.add("  " + left + " ".repeat(COLUMN + 1 - left.length()) + right);
    }
}
