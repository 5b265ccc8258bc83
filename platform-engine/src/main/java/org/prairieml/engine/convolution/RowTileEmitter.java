package org.prairieml.engine.convolution;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.prairieml.engine.bytecode.CountedLoop;
import org.prairieml.engine.bytecode.HiddenClass;
import org.prairieml.engine.bytecode.VectorTypes;

/**
 * Writes a register tile as the class of a {@link RowTile}.
 *
 * <p>The sums stay in registers over all runs and are added to the result at the end, so that long
 * sums are sums of short ones.
 */
final class RowTileEmitter {

  private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
  private static final ClassDesc INT = ConstantDescs.CD_int;
  private static final ClassDesc INTS = INT.arrayType();
  private static final MethodTypeDesc SIGNATURE =
      MethodTypeDesc.of(
          ConstantDescs.CD_void,
          OBJECT,
          INT,
          INT,
          OBJECT,
          INT,
          OBJECT,
          INT,
          INT,
          INTS,
          INT,
          INT,
          INTS,
          INT,
          ConstantDescs.CD_boolean);

  private static final int A = 1;
  private static final int A0 = 2;
  private static final int A_STEP = 3;
  private static final int B = 4;
  private static final int B0 = 5;
  private static final int C = 6;
  private static final int C0 = 7;
  private static final int C_ROW = 8;
  private static final int ROWS = 9;
  private static final int ROWS_FROM = 10;
  private static final int ROWS_TO = 11;
  private static final int RUNS = 12;
  private static final int COLUMNS = 13;
  private static final int ACCUMULATE = 14;

  private final TileStructure tile;
  private final CodeBuilder code;
  private final VectorTypes types;
  private final int lanes;
  private final boolean table;
  private final boolean lanewise;
  private final int[][] sums;
  private final int[] panel;
  private final int[] rowStarts;
  private final int[] runStarts;
  private final int row;
  private final int run;
  private final int runsTo;
  private final int place;
  private final int length;
  private final int unrolledTo;
  private final int k;
  private final int first;
  private final int mask;

  private interface EachSum {
    void write(int row, int vector);
  }

  private RowTileEmitter(TileStructure tile, CodeBuilder code) {
    this.tile = tile;
    this.code = code;
    this.types = VectorTypes.of(tile.format());
    this.lanes = VectorTypes.lanes(tile.format());
    this.table = tile.form() != TileForm.CHANNEL_ROWS;
    this.lanewise = tile.form() == TileForm.CHANNEL_COLUMNS;
    int starts = table ? tile.rows() : 1;
    this.rowStarts = locals(starts, TypeKind.INT);
    this.runStarts = locals(starts, TypeKind.INT);
    this.panel = locals(tile.vectors(), TypeKind.REFERENCE);
    this.sums = new int[tile.rows()][];
    for (int r = 0; r < tile.rows(); r++) {
      sums[r] = locals(tile.vectors(), TypeKind.REFERENCE);
    }
    this.row = code.allocateLocal(TypeKind.INT);
    this.run = code.allocateLocal(TypeKind.INT);
    this.runsTo = code.allocateLocal(TypeKind.INT);
    this.place = code.allocateLocal(TypeKind.INT);
    this.length = code.allocateLocal(TypeKind.INT);
    this.unrolledTo = code.allocateLocal(TypeKind.INT);
    this.k = code.allocateLocal(TypeKind.INT);
    this.first = code.allocateLocal(TypeKind.REFERENCE);
    this.mask = code.allocateLocal(TypeKind.REFERENCE);
  }

  private int[] locals(int count, TypeKind kind) {
    int[] locals = new int[count];
    for (int i = 0; i < count; i++) {
      locals[i] = code.allocateLocal(kind);
    }
    return locals;
  }

  static RowTile compile(TileStructure tile) {
    return HiddenClass.define(
        RowTile.class, "run", SIGNATURE, code -> new RowTileEmitter(tile, code).emit());
  }

  private void emit() {
    for (int array : new int[] {A, B, C}) {
      code.aload(array).checkcast(types.array()).astore(array);
    }
    code.loadConstant((tile.vectors() - 1) * lanes).istore(k);
    types.rangeMask(code, k, COLUMNS);
    code.astore(mask);
    code.aload(RUNS).arraylength().istore(runsTo);
    CountedLoop.from(code, row, ROWS_FROM, ROWS_TO, tile.rows(), this::tile);
    code.return_();
  }

  private void tile() {
    for (int r = 0; r < rowStarts.length; r++) {
      code.iload(A0);
      rowNumber(r, 0);
      code.iadd().istore(rowStarts[r]);
    }
    eachSum((r, v) -> {
      types.broadcast(code, 0);
      code.astore(sums[r][v]);
    });
    CountedLoop.fromZero(code, run, runsTo, RowTile.PER_RUN, this::run);
    Label store = code.newLabel();
    code.iload(ACCUMULATE).ifeq(store);
    // all loads before all stores: a row may stand twice in a table
    eachSum(this::addResult);
    code.labelBinding(store);
    eachSum(this::storeSum);
  }

  /** Pushes a row's offset in the first operand or, with {@code part} 1, in the result. */
  private void rowNumber(int r, int part) {
    if (table) {
      code.aload(ROWS).iload(row).loadConstant(r).iadd().loadConstant(RowTile.PER_ROW).imul();
      code.loadConstant(part).iadd().iaload();
      return;
    }
    code.iload(row).loadConstant(r).iadd();
    if (part == 1) {
      code.iload(C_ROW).imul();
    }
  }

  private void run() {
    runNumber(0);
    code.istore(k);
    for (int r = 0; r < rowStarts.length; r++) {
      code.iload(rowStarts[r]).iload(k).iadd().istore(runStarts[r]);
    }
    runNumber(1);
    code.loadConstant(tile.vectors() * lanes).imul().iload(B0).iadd().istore(place);
    runNumber(2);
    code.istore(length);
    code.iconst_0().istore(k);
    if (tile.stepsWritten() > 1) {
      code.iload(length).loadConstant(tile.stepsWritten() - 1).isub().istore(unrolledTo);
      CountedLoop.goOn(code, k, unrolledTo, tile.stepsWritten(), () -> steps(tile.stepsWritten()));
    }
    CountedLoop.goOn(code, k, length, 1, () -> steps(1));
  }

  private void runNumber(int part) {
    code.aload(RUNS).iload(run).loadConstant(part).iadd().iaload();
  }

  private void steps(int count) {
    for (int ahead = 0; ahead < count; ahead++) {
      for (int v = 0; v < tile.vectors(); v++) {
        loadPanel(v, ahead);
      }
      for (int r = 0; r < tile.rows(); r++) {
        for (int v = 0; v < tile.vectors(); v++) {
          multiply(r, v, ahead);
        }
      }
    }
  }

  private void loadPanel(int v, int ahead) {
    int width = tile.vectors() * lanes;
    types.species(code);
    code.aload(B).iload(place).iload(k).loadConstant(width).imul().iadd();
    code.loadConstant(ahead * width + v * lanes).iadd();
    types.load(code);
    code.astore(panel[v]);
  }

  private void multiply(int r, int v, int ahead) {
    if (v == 0 || lanewise) {
      types.species(code);
      code.aload(A);
      firstPosition(r, v, ahead);
      if (lanewise) {
        types.load(code);
      } else {
        types.element(code);
        types.broadcast(code);
      }
      code.astore(first);
    }
    code.aload(first).aload(panel[v]).aload(sums[r][v]);
    types.fma(code);
    code.astore(sums[r][v]);
  }

  private void firstPosition(int r, int v, int ahead) {
    code.iload(runStarts[table ? r : 0]).iload(k);
    if (tile.form() == TileForm.PIXEL_ROWS) {
      code.iadd().loadConstant(ahead).iadd();
    } else {
      code.loadConstant(ahead).iadd().iload(A_STEP).imul().iadd();
      code.loadConstant(lanewise ? v * lanes : r).iadd();
    }
  }

  private void eachSum(EachSum each) {
    for (int r = 0; r < tile.rows(); r++) {
      for (int v = 0; v < tile.vectors(); v++) {
        each.write(r, v);
      }
    }
  }

  private void addResult(int r, int v) {
    types.species(code);
    code.aload(C);
    resultPosition(r, v);
    types.load(code);
    code.aload(sums[r][v]);
    types.binary(code, "add");
    code.astore(sums[r][v]);
  }

  private void storeSum(int r, int v) {
    boolean last = v == tile.vectors() - 1;
    code.aload(sums[r][v]).aload(C);
    resultPosition(r, v);
    if (last) {
      code.aload(mask);
    }
    types.store(code, last);
  }

  private void resultPosition(int r, int v) {
    code.iload(C0);
    rowNumber(r, 1);
    code.iadd().loadConstant(v * lanes).iadd();
  }
}
