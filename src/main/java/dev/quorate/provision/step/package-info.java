/** The steps members are made with: one file, one step, named as its title. */
@NullMarked
package dev.quorate.provision.step;

import org.jspecify.annotations.NullMarked;
