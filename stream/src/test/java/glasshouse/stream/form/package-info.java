@NullMarked
package glasshouse.stream.form;

import org.jspecify.annotations.NullMarked;
