package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the end of a zip file says of its directory, read before anything trusts it: whoever opens a
 * zip file takes the whole directory into memory.
 *
 * @param entries how many it says it has
 * @param bytes of the directory
 */
record ZipDirectory(int entries, long bytes) {

  private static final int SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int MAX_COMMENT = 0xFFFF;

  /** Numbers that say: the real ones stand in the records of large zip files. */
  private static final int LARGE_ENTRIES = 0xFFFF;

  private static final long LARGE_BYTES = 0xFFFF_FFFFL;

  /** Empty where the file does not end as a zip file of less than 4 GB does. */
  static Optional<ZipDirectory> of(Path file) throws IOException {
    try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(zip.length(), END_BYTES + MAX_COMMENT);
      byte[] tail = new byte[length];
      zip.seek(zip.length() - length);
      zip.readFully(tail);
      ByteBuffer end = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = length - END_BYTES; at >= 0; at--) {
        if (end.getInt(at) == SIGNATURE) {
          return of(end, at, length);
        }
      }
      return Optional.empty();
    }
  }

  private static Optional<ZipDirectory> of(ByteBuffer end, int at, int length) {
    int comment = Short.toUnsignedInt(end.getShort(at + 20));
    int entries = Short.toUnsignedInt(end.getShort(at + 10));
    long bytes = Integer.toUnsignedLong(end.getInt(at + 12));
    boolean whole = at + END_BYTES + comment == length;
    return whole && entries != LARGE_ENTRIES && bytes != LARGE_BYTES
        ? Optional.of(new ZipDirectory(entries, bytes))
        : Optional.empty();
  }
}
