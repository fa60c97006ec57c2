import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import { useEditorState, type Editor } from '@tiptap/react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { linkAddress } from './link-address.ts'
import classes from './editor.module.css'

export function LinkControl({ editor }: { editor: Editor }) {
  const { t } = useTranslation('tickets')
  const [typed, setTyped] = useState<string | null>(null)
  const on = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') })
  const close = () => {
    setTyped(null)
    editor.commands.focus()
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const href = linkAddress(typed ?? '')
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href === null) chain.unsetLink().run()
    else if (editor.state.selection.empty && !on) chain.insertContent({ type: 'text', text: typed!.trim(), marks: [{ type: 'link', attrs: { href } }] }).run()
    else chain.setLink({ href }).run()
    setTyped(null)
  }
  return (
    <Popover opened={typed !== null} onChange={(opened) => !opened && setTyped(null)} position="top-start" width={300} trapFocus>
      <Popover.Target>
        <Tooltip label={t('format.link')}>
          <ActionIcon size={28} aria-label={t('format.link')} data-on={on || undefined} className={classes.tool} onMouseDown={(event) => event.preventDefault()} onClick={() => setTyped((editor.getAttributes('link')['href'] as string | undefined) ?? '')}>
            <IconLink size={17} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('format.link')}>
        <form className={classes.link} onSubmit={apply}>
          <TextInput
            size="xs"
            value={typed ?? ''}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              close()
            }}
            placeholder="https://"
            aria-label={t('format.address')}
            inputMode="url"
            data-autofocus
          />
          <Button type="submit" size="xs">{t('format.setLink')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
