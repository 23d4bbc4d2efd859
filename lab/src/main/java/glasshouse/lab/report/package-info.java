/// Reports that a reader can publish: one page each, which loads nothing from elsewhere.
@NullMarked
package glasshouse.lab.report;

import org.jspecify.annotations.NullMarked;
