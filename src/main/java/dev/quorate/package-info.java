/**
 * The program: where it starts, and the one class that knows every other to build the objects from.
 *
 * <p>Spring's factory of objects is filled by functions, without classpath scan, auto-configuration or reflection on our classes,
 * because each of these costs a start more than all our own code; every object is made when first needed.
 */
@NullMarked
package dev.quorate;

import org.jspecify.annotations.NullMarked;
