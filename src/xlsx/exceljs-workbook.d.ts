/** The part of exceljs that writes workbooks; its types describe the whole only. */
declare module 'exceljs/lib/doc/workbook.js' {
  export { Workbook as default } from 'exceljs';
}
