/**
 * What etcd's answers have in common, as trees and lines: the response header and the key with its value, a range of them.
 *
 * <p>Names and order are those of etcd's protobuf messages in etcdctl's JSON and fields formats, so that no feature spells
 * them twice. The package joins {@code etcd} and {@code output} and knows nothing else.
 */
@NullMarked
package dev.quorate.etcd.view;

import org.jspecify.annotations.NullMarked;
