package glasshouse.stream.topic;

import glasshouse.event.Entry;

/// What a message of a topic turned out to be. `arrivedMillis` is the broker's time of it.
public sealed interface Message {
    long arrivedMillis();

    /// The time of the message in the stream.
    long timeMillis();

    /// An entry.
    record Read(Entry entry, long arrivedMillis) implements Message {
        /// When it was recorded; a record from the future does not carry the others away with it.
        @Override
        public long timeMillis() {
            return Math.min(entry.recordedAt().toEpochMilli(), arrivedMillis);
        }
    }

    /// What could not be read: where it stands, why, and its bytes as they came.
    record DeadLetter(String where, String code, String reason, byte[] bytes, long arrivedMillis)
            implements Message {
        /// It says nothing of the time.
        @Override
        public long timeMillis() {
            return Long.MIN_VALUE;
        }
    }
}
