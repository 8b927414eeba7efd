import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm'

/** Every outcome paid for it; a sent-event finds its delivery among the rows of its member. */
class DropDeliveryMsgid implements MigrationInterface {
  readonly name = 'Drop_delivery_msgid_1764000000020'
  private readonly index = new TableIndex({ name: 'ix_delivery_msgid', columnNames: ['msgid'] })

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('delivery', this.index)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.createIndex('delivery', this.index)
  }
}

export const deliverySpeedMigrations = [DropDeliveryMsgid]
