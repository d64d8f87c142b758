package dev.quorate.command;

import java.util.List;

/** A feature's commands. Each {@code *Commands} class is one. */
@FunctionalInterface
public interface CommandGroup {

    List<CommandSpec> commands();
}
