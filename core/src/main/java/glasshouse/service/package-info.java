/// A service decision: what a score is used for, and the reasons given.
@NullMarked
package glasshouse.service;

import org.jspecify.annotations.NullMarked;
