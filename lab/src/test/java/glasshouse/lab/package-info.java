@NullMarked
package glasshouse.lab;

import org.jspecify.annotations.NullMarked;
