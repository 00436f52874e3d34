using Listening.Exporting;
using Xunit;

namespace Listening.Tests.Exporting;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\")", "\"'=HYPERLINK(\"\"http://evil\"\")\"")]
    [InlineData("+1+1", "'+1+1")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=1", "'=1")]
    public void What_a_spreadsheet_would_run_is_text(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));

    [Theory]
    [InlineData("", "")]
    [InlineData("late = bad", "late = bad")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("she said \"no\"", "\"she said \"\"no\"\"\"")]
    public void Other_text_is_itself_quoted_where_the_file_needs_it(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));
}
