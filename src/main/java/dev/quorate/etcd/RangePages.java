package dev.quorate.etcd;

/**
 * A range read page by page at one revision, whatever its size. The header and the count are those of the first page.
 *
 * @param header of the first page
 * @param count of all keys in the range
 * @param more whether the request's limit cut the range
 * @param keyValues walked once; each page is fetched when it is reached
 */
public record RangePages(ResponseHeader header, long count, boolean more, Iterable<KeyValue> keyValues) {}
