package dev.quorate.inventory.file;

/**
 * What makes a file useless until it is mended.
 *
 * @param message lower-case, naming key and value
 * @param remedy what to write instead
 */
public record Fault(Position position, String message, String remedy) {

    @Override
    public String toString() {
        return position + ": " + message + "; " + remedy;
    }
}
