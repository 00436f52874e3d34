using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Listening.Desk.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LaterWaits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "later",
                table: "cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "later",
                table: "cases");
        }
    }
}
