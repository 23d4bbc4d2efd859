package glasshouse.stream.form;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;

/// How values of a type are written as bytes, in this version and those before it.
///
/// A form is a class without state and with a constructor without arguments: a savepoint remembers
/// it by its name.
public interface Form<T> extends Serializable {
    /// The version that [#write] writes; rises by one with every change of the bytes.
    int version();

    Class<T> type();

    void write(T value, DataOutput out) throws IOException;

    /// Reads what `version` wrote, from 1 to [#version()].
    T read(DataInput in, int version) throws IOException;
}
