/** The part of exceljs that writes workbooks; its types describe the whole only. */
declare module 'exceljs/lib/doc/workbook.js' {
  export { Workbook as default } from 'exceljs';

  /** Takes the parts of a package as they are made. */
  export interface PartTaker {
    append(xml: string, options: { readonly name: string }): void;
  }

  /** How exceljs makes the parts of a package, in its own order; `Model`: what it makes them of. */
  export interface PartMaker<Model = unknown> {
    prepareModel(model: Model, options: object): void;
    addContentTypes(taker: PartTaker, model: Model): Promise<void>;
    addOfficeRels(taker: PartTaker, model: Model): Promise<void>;
    addWorkbookRels(taker: PartTaker, model: Model): Promise<void>;
    addWorksheets(taker: PartTaker, model: Model): Promise<void>;
    addSharedStrings(taker: PartTaker, model: Model): Promise<void>;
    addThemes(taker: PartTaker, model: Model): Promise<void>;
    addStyles(taker: PartTaker, model: Model): Promise<void>;
    addApp(taker: PartTaker, model: Model): Promise<void>;
    addCore(taker: PartTaker, model: Model): Promise<void>;
    addWorkbook(taker: PartTaker, model: Model): Promise<void>;
  }
}
