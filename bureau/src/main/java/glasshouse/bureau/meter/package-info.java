/// What an operator may know of a running bureau: numbers, about nobody.
@NullMarked
package glasshouse.bureau.meter;

import org.jspecify.annotations.NullMarked;
