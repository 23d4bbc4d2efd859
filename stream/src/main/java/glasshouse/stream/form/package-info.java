/// How messages and states are written: forms of our own, each with a version.
@NullMarked
package glasshouse.stream.form;

import org.jspecify.annotations.NullMarked;
