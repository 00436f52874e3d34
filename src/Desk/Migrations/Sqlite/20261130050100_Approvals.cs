using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Listening.Desk.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Approvals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "approved_at",
                table: "case_replies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "approved_by",
                table: "case_replies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "original",
                table: "case_replies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_replies_state",
                table: "case_replies",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_case_replies_state",
                table: "case_replies");

            migrationBuilder.DropColumn(
                name: "approved_at",
                table: "case_replies");

            migrationBuilder.DropColumn(
                name: "approved_by",
                table: "case_replies");

            migrationBuilder.DropColumn(
                name: "original",
                table: "case_replies");
        }
    }
}
