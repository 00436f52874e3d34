namespace Listening.Web.Mailing;

/// <summary>How a report looks: light in its own attributes, as mail programs want it; the dark theme, narrow screens and paper in one block that they may leave out.</summary>
internal static class ReportStyle
{
    public const string Body = "margin:0;padding:0;background:#f5f5f3;color:#15181d;font:15px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    public const string Outer = "width:100%;border-collapse:collapse";
    public const string Sheet = "max-width:680px;margin:0 auto;padding:20px;background:#ffffff;text-align:left";
    public const string Simulated = "margin:0 0 14px;padding:6px 10px;background:#fff4d6;color:#5c4400;font-size:13px";
    public const string Title = "margin:0;font-size:21px;line-height:1.25";
    public const string Heading = "margin:22px 0 6px;font-size:15px";
    public const string Quiet = "margin:3px 0 0;color:#5c6470;font-size:13px";
    public const string Sentence = "margin:0 0 8px;font-size:16px";
    public const string Wide = "overflow-x:auto";
    public const string Table = "width:100%;border-collapse:collapse";
    public const string Cell = "padding:7px 8px 7px 0;border-top:1px solid #e4e3df;vertical-align:top;overflow-wrap:anywhere";
    public const string Figure = "padding:7px 0 7px 8px;border-top:1px solid #e4e3df;vertical-align:top;text-align:right;white-space:nowrap";
    public const string Large = "font-size:20px;font-weight:600";
    public const string Head = "padding:4px 8px 4px 0;font-size:12px;font-weight:600;color:#5c6470;text-align:left";
    public const string HeadFigure = "padding:4px 0 4px 8px;font-size:12px;font-weight:600;color:#5c6470;text-align:right";
    public const string Link = "color:#00649d";

    public const string Block = """
        :root{color-scheme:light dark}
        @media (prefers-color-scheme:dark){
        body,.outer{background:#0d0f12!important;color:#eceef1!important}
        .sheet{background:#14171b!important;color:#eceef1!important}
        .quiet,th{color:#b0b6bf!important}
        td,th{border-color:#2b3138!important}
        .simulated{background:#2c2410!important;color:#f0d68a!important}
        a{color:#74bff0!important}
        }
        @media (max-width:480px){.sheet{padding:14px!important}}
        @page{size:A4;margin:11mm 12mm}
        @media print{
        body,.outer,.sheet{background:#fff!important;color:#15181d!important}
        .sheet{max-width:none!important;padding:0!important;zoom:.76}
        h2{break-after:avoid;margin-top:14px!important}
        tr,.tables>div,.definitions p{break-inside:avoid}
        .cards>tbody{display:grid;grid-template-columns:1fr 1fr;gap:0 32px}
        .cards>tbody>tr{display:flex;justify-content:space-between}
        .cards>tbody>tr>td:first-child{flex:1}
        .tables{display:grid;grid-template-columns:1fr 1fr;grid-auto-flow:dense;gap:0 32px}
        .tables td,.tables th{padding-top:3px!important;padding-bottom:3px!important;font-size:13px}
        .definitions{columns:2;column-gap:32px}
        .definitions p{font-size:12px!important;line-height:1.35}
        }
        """;
}
